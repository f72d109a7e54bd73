import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../../http/allow.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { HandOutDto, RegisterDto, RegisteredPaperDto, RegisterPaperDto } from './register.dto.js';
import { RegisterService } from './register.service.js';

/** Papers that may not be uploaded: their copies, to whom they were handed and when they came back. */
@Controller()
export class RegisterController {
  constructor(private readonly register: RegisterService) {}

  @Get('sessions/:id/register') @Allow('paper.register')
  read(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<RegisterDto> {
    return this.register.read(actor, id);
  }

  @Post('items/:id/registered-papers') @Allow('paper.register')
  add(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: RegisterPaperDto): Promise<RegisteredPaperDto> {
    return this.register.add(actor, id, dto);
  }

  @Delete('registered-papers/:id') @Allow('paper.register') @HttpCode(204)
  remove(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.register.remove(actor, id);
  }

  @Post('registered-papers/:id/handouts') @Allow('paper.register')
  handOut(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: HandOutDto): Promise<RegisteredPaperDto> {
    return this.register.handOut(actor, id, dto);
  }

  @Post('paper-handouts/:id/return') @Allow('paper.register') @HttpCode(200)
  takeBack(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<RegisteredPaperDto> {
    return this.register.takeBack(actor, id);
  }
}
